// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {OneTokenEach} from "./OneTokenEach.sol";

/// @title One token for each credential, bound to its holder, as ERC-5192 has it
/// @notice For comparison in gas.md only; never deployed by the service.
contract OneBoundTokenEach is OneTokenEach {
    event Locked(uint256 tokenId);

    error TokenBound(uint256 token);

    /// @notice Gives a new token to `holder`, for ever.
    function mint(address holder, uint256 token) external override onlyOwner {
        _mint(holder, token);
        emit Locked(token);
    }

    /// @notice Every token that exists is bound.
    function locked(uint256 token) external view returns (bool) {
        return _requireOwned(token) != address(0);
    }

    /// @notice As ERC-165: the interface of ERC-5192 too.
    function supportsInterface(bytes4 id) public view override returns (bool) {
        return id == 0xb45a3c0e || super.supportsInterface(id);
    }

    function _update(address to, uint256 token, address by) internal override(ERC721) returns (address from) {
        from = super._update(to, token, by);
        if (from != address(0)) revert TokenBound(token);
    }
}
