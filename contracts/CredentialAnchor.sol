// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ICredentialAnchor} from "./ICredentialAnchor.sol";
import {Deliberations} from "./Deliberations.sol";
import {IssuerRegistry} from "./IssuerRegistry.sol";
import {DIPLOMA} from "./JurySeats.sol";

/// @title When a batch of credentials existed, and on whose word
/// @notice The one contract of the project: the registry and the juries are inherited, since asking another contract
/// whether the caller is accredited would cost more than the 48 000 gas an anchor may cost (docs/decisions/0003).
contract CredentialAnchor is Deliberations, ICredentialAnchor {
    /// @dev An `Anchor` as `kind << 208 | anchoredAt << 160 | issuer`. Written field by field it costs 190 gas more.
    struct PackedAnchor {
        uint256 word;
    }

    /// @dev Diplomas beside the others: whoever is accredited for competences alone never stands in a jury's way.
    mapping(bytes32 root => PackedAnchor) private _diplomas;
    mapping(bytes32 root => PackedAnchor) private _anchors;
    mapping(address issuer => mapping(bytes32 list => StatusRecord[])) private _statusLists;
    mapping(bytes32 root => bytes32 deliberation) private _deliberated;

    /// @dev Records `root` among `anchors` as the caller's, who is accredited for `kind` now; then the body may still
    /// refuse. A modifier, since a function called from two places costs each of them 34 gas.
    modifier anchored(mapping(bytes32 root => PackedAnchor) storage anchors, bytes32 root, uint8 kind) {
        if (root == 0) revert CredentialAnchorRootInvalid(root);
        if (!_isAccreditedNow(msg.sender, kind)) revert CredentialAnchorNotAccredited(msg.sender, kind);
        PackedAnchor storage found = anchors[root];
        if (found.word != 0) revert CredentialAnchorAlreadyAnchored(root);
        found.word = (uint256(kind) << 48 | block.timestamp) << 160 | uint160(msg.sender);
        emit RootAnchored(root);
        _;
    }

    /// @notice Fixes for ever who stands above all accreditors.
    /// @param authority The account of the root authority.
    constructor(address authority) IssuerRegistry(authority) {}

    /// @inheritdoc ICredentialAnchor
    function anchor(bytes32 root, uint8 kind) external anchored(_anchors, root, kind) {
        if (kind == DIPLOMA) revert CredentialAnchorNotDeliberated(root);
    }

    /// @inheritdoc ICredentialAnchor
    function anchorDecided(bytes32 root, bytes32 deliberation, bytes32[] calldata path)
        external
        anchored(_diplomas, root, DIPLOMA)
    {
        _checkDecided(deliberation, root, path);
        _deliberated[root] = deliberation;
    }

    /// @inheritdoc ICredentialAnchor
    function publishStatusList(bytes32 list, bytes32 digest) external {
        if (list == 0 || digest == 0) revert CredentialAnchorDigestInvalid(0);
        _statusLists[msg.sender][list].push(StatusRecord({digest: digest, recordedAt: _now()}));
        emit StatusListPublished(msg.sender, list, digest);
    }

    /// @inheritdoc ICredentialAnchor
    function anchorOf(bytes32 root) external view returns (Anchor memory) {
        uint256 word = _diplomas[root].word;
        return _unpack(word == 0 ? _anchors[root].word : word);
    }

    /// @inheritdoc ICredentialAnchor
    function anchorOfKind(bytes32 root, uint8 kind) external view returns (Anchor memory) {
        return _unpack(kind == DIPLOMA ? _diplomas[root].word : _anchors[root].word);
    }

    /// @inheritdoc ICredentialAnchor
    function deliberationUnder(bytes32 root) external view returns (bytes32) {
        return _deliberated[root];
    }

    /// @inheritdoc ICredentialAnchor
    function statusListsOf(address issuer, bytes32 list) external view returns (StatusRecord[] memory) {
        return _statusLists[issuer][list];
    }

    /// @inheritdoc ICredentialAnchor
    function isAnchored(bytes32 root, bytes32 salt, bytes32 credentialDigest, bytes32[] calldata path)
        external
        view
        returns (bool)
    {
        if (_anchors[root].word == 0 && _diplomas[root].word == 0) return false;
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(salt, credentialDigest))));
        return MerkleProof.verifyCalldata(path, root, leaf);
    }

    function _unpack(uint256 word) private pure returns (Anchor memory) {
        return Anchor({issuer: address(uint160(word)), anchoredAt: uint48(word >> 160), kind: uint8(word >> 208)});
    }
}
